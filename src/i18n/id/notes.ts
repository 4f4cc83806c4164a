/** Indonesian: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'id', 'notes'> = {
  'notes.label': 'Catatan panggilan',
  'notes.disposition': 'Hasil panggilan',
  'notes.no-disposition': 'Belum ada hasil',
  'notes.save': 'Simpan',
  'notes.try-now': 'Coba sekarang',
  'notes.left': '{count} dari {most} karakter',
  'notes.hold': 'Catatan panggilan belum disimpan',
  'notes.draft': 'Belum disimpan.',
  'notes.rest': 'Bagian sebelumnya disimpan di tab lain pukul {time}; ini sisanya.',
  'notes.saving': 'Menyimpan…',
  'notes.saving-before': 'Menyimpan. Yang diketik setelahnya tidak termasuk.',
  'notes.saved': 'Disimpan pukul {time}.',
  'notes.failed': 'Tidak disimpan.',
  'notes.failed.not-found': 'Data ini sudah tidak ada.',
  'notes.failed.not-allowed': 'Anda tidak boleh menulis di lini masa data ini.',
  'notes.failed.missing-scope': 'Aplikasi tidak boleh menulis ke CRM.',
  'notes.failed.app': 'Aplikasi tidak dapat menyimpannya.',
  'notes.waiting.offline': 'Belum disimpan: tidak ada koneksi. Dicoba lagi begitu tersambung.',
  'notes.waiting.limit':
    'Belum disimpan: Bitrix24 menerima terlalu banyak permintaan. Mencoba lagi.',
  'notes.waiting.fault': 'Belum disimpan: Bitrix24 belum mengonfirmasi. Mencoba lagi.',
  'notes.uncertain': 'Mungkin sudah disimpan: tidak ada jawaban. “Simpan” memeriksa dulu.',
  'notes.uncertain.look':
    'Mungkin sudah disimpan: tidak ada jawaban. Periksa sebelum menyimpan lagi agar tidak ganda.',
  'notes.no-record':
    'Belum ada data CRM yang terkait dengan panggilan. Anda dapat menyimpan bila sudah ada.',
  'notes.kept': 'Teks disimpan di tab peramban ini.',
  'notes.kept-by-pages':
    'Teks tetap ada setelah dimuat ulang selama halaman lain dari aplikasi ini terbuka.',
  'notes.only-here': 'Teks hanya ada di halaman ini: akan hilang bila dimuat ulang.',
  'notes.earlier': 'Belum disimpan, dari panggilan sebelumnya',
  'notes.earlier-number': 'Belum disimpan, dari panggilan dengan {number}',
  'notes.discard': 'Buang',
};
