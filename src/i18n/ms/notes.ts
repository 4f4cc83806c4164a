/** Malay: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'ms', 'notes'> = {
  'notes.label': 'Nota panggilan',
  'notes.disposition': 'Hasil panggilan',
  'notes.no-disposition': 'Belum ada hasil',
  'notes.save': 'Simpan',
  'notes.try-now': 'Cuba sekarang',
  'notes.left': '{count} daripada {most} aksara',
  'notes.hold': 'Nota panggilan belum disimpan',
  'notes.draft': 'Belum disimpan.',
  'notes.rest': 'Bahagian sebelumnya disimpan dalam tab lain pada {time}; ini bakinya.',
  'notes.saving': 'Menyimpan…',
  'notes.saving-before': 'Menyimpan. Yang ditaip selepas itu tidak termasuk.',
  'notes.saved': 'Disimpan pada {time}.',
  'notes.failed': 'Tidak disimpan.',
  'notes.failed.not-found': 'Rekod ini tidak wujud lagi.',
  'notes.failed.not-allowed': 'Anda tidak boleh menulis pada garis masa rekod ini.',
  'notes.failed.missing-scope': 'Aplikasi tidak boleh menulis ke CRM.',
  'notes.failed.app': 'Aplikasi tidak dapat menyimpannya.',
  'notes.waiting.offline': 'Belum disimpan: tiada sambungan. Dicuba semula sebaik sahaja ada.',
  'notes.waiting.limit':
    'Belum disimpan: Bitrix24 menerima terlalu banyak permintaan. Mencuba semula.',
  'notes.waiting.fault': 'Belum disimpan: Bitrix24 belum mengesahkan. Mencuba semula.',
  'notes.uncertain': 'Mungkin sudah disimpan: tiada jawapan. “Simpan” akan menyemak dahulu.',
  'notes.uncertain.look':
    'Mungkin sudah disimpan: tiada jawapan. Semak sebelum menyimpan lagi supaya tidak berganda.',
  'notes.no-record':
    'Belum ada rekod CRM dipautkan dengan panggilan. Anda boleh menyimpan apabila ada.',
  'notes.kept': 'Teks disimpan dalam tab pelayar ini.',
  'notes.kept-by-pages':
    'Teks kekal selepas dimuat semula selagi halaman lain aplikasi ini terbuka.',
  'notes.only-here': 'Teks hanya ada pada halaman ini: akan hilang jika dimuat semula.',
  'notes.earlier': 'Belum disimpan, daripada panggilan terdahulu',
  'notes.earlier-number': 'Belum disimpan, daripada panggilan dengan {number}',
  'notes.discard': 'Buang',
};
