/** Portuguese of Brazil: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'br', 'notes'> = {
  'notes.label': 'Nota sobre a chamada',
  'notes.disposition': 'Resultado da chamada',
  'notes.no-disposition': 'Ainda sem resultado',
  'notes.save': 'Salvar',
  'notes.try-now': 'Tentar agora',
  'notes.left': '{count} de {most} caracteres',
  'notes.hold': 'Uma nota sobre a chamada ainda não foi salva',
  'notes.draft': 'Ainda não foi salvo.',
  'notes.rest': 'O que vinha antes foi salvo em outra aba às {time}; este é o resto.',
  'notes.saving': 'Salvando…',
  'notes.saving-before': 'Salvando. O que foi digitado depois não está incluído.',
  'notes.saved': 'Salvo às {time}.',
  'notes.failed': 'Não foi salvo.',
  'notes.failed.not-found': 'O registro não existe mais.',
  'notes.failed.not-allowed': 'Você não pode escrever na linha do tempo deste registro.',
  'notes.failed.missing-scope': 'O aplicativo não pode escrever no CRM.',
  'notes.failed.app': 'O aplicativo não conseguiu salvar.',
  'notes.waiting.offline': 'Ainda não foi salvo: não há conexão. Tentaremos assim que houver.',
  'notes.waiting.limit':
    'Ainda não foi salvo: o Bitrix24 recebe solicitações demais. Tentando de novo.',
  'notes.waiting.fault': 'Ainda não foi salvo: o Bitrix24 não confirmou. Tentando de novo.',
  'notes.uncertain': 'Talvez já esteja salvo: não houve resposta. “Salvar” verifica antes.',
  'notes.uncertain.look':
    'Talvez já esteja salvo: não houve resposta. Verifique antes de salvar de novo, ou ficará duplicado.',
  'notes.no-record':
    'Nenhum registro do CRM está vinculado à chamada. Você poderá salvar quando houver um.',
  'notes.kept': 'O texto fica guardado nesta aba do navegador.',
  'notes.kept-by-pages':
    'O texto resiste a um recarregamento enquanto outra página do aplicativo estiver aberta.',
  'notes.only-here': 'O texto está só nesta página: ao recarregar, ele se perde.',
  'notes.earlier': 'Não salvo, de uma chamada anterior',
  'notes.earlier-number': 'Não salvo, da chamada com {number}',
  'notes.discard': 'Descartar',
};
