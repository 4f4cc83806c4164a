/** Japanese: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'ja', 'notes'> = {
  'notes.label': '通話メモ',
  'notes.disposition': '通話の結果',
  'notes.no-disposition': '結果は未定',
  'notes.save': '保存',
  'notes.try-now': '今すぐ試す',
  'notes.left': '{most}文字中{count}文字',
  'notes.hold': '通話メモがまだ保存されていません',
  'notes.draft': 'まだ保存されていません。',
  'notes.saving': '保存中…',
  'notes.saving-before': '保存中。その後の入力は含まれません。',
  'notes.saved': '{time}に保存しました。',
  'notes.failed': '保存されていません。',
  'notes.failed.not-found': '項目はもう存在しません。',
  'notes.failed.not-allowed': 'この項目のタイムラインに書き込む権限がありません。',
  'notes.failed.missing-scope': 'アプリはCRMに書き込めません。',
  'notes.failed.app': 'アプリは保存できませんでした。',
  'notes.waiting.offline': '未保存：接続がありません。接続でき次第やり直します。',
  'notes.waiting.limit': '未保存：Bitrix24へのリクエストが多すぎます。やり直しています。',
  'notes.waiting.fault': '未保存：Bitrix24が確認していません。やり直しています。',
  'notes.uncertain': '保存済みかもしれません：応答がありません。「保存」は先に確認します。',
  'notes.uncertain.look':
    '保存済みかもしれません：応答がありません。二重にならないよう、確認してから保存してください。',
  'notes.no-record': '通話に関連付いたCRM項目がまだありません。関連付くと保存できます。',
  'notes.kept': 'テキストはこのブラウザータブに残ります。',
  'notes.only-here': 'テキストはこのページにのみあります。再読み込みすると失われます。',
  'notes.earlier': '未保存（以前の通話）',
  'notes.earlier-number': '未保存（{number}との通話）',
  'notes.discard': '破棄',
};
