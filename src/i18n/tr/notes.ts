/** Turkish: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'tr', 'notes'> = {
  'notes.label': 'Arama notu',
  'notes.disposition': 'Arama sonucu',
  'notes.no-disposition': 'Henüz sonuç yok',
  'notes.save': 'Kaydet',
  'notes.try-now': 'Şimdi dene',
  'notes.left': '{count} / {most} karakter',
  'notes.hold': 'Arama notu henüz kaydedilmedi',
  'notes.draft': 'Henüz kaydedilmedi.',
  'notes.rest': 'Öncesi başka bir sekmede kaydedildi ({time}); bu, kalanı.',
  'notes.saving': 'Kaydediliyor…',
  'notes.saving-before': 'Kaydediliyor. Sonradan yazdıklarınız dahil değil.',
  'notes.saved': 'Kaydedildi ({time}).',
  'notes.failed': 'Kaydedilmedi.',
  'notes.failed.not-found': 'Kayıt artık yok.',
  'notes.failed.not-allowed': 'Bu kaydın zaman akışına yazamazsınız.',
  'notes.failed.missing-scope': 'Uygulama CRM’e yazamaz.',
  'notes.failed.app': 'Uygulama kaydedemedi.',
  'notes.waiting.offline':
    'Henüz kaydedilmedi: bağlantı yok. Bağlanır bağlanmaz yeniden denenecek.',
  'notes.waiting.limit': 'Henüz kaydedilmedi: Bitrix24 çok fazla istek alıyor. Yeniden deneniyor.',
  'notes.waiting.fault': 'Henüz kaydedilmedi: Bitrix24 onaylamadı. Yeniden deneniyor.',
  'notes.uncertain': 'Belki kaydedildi: yanıt gelmedi. “Kaydet” önce kontrol eder.',
  'notes.uncertain.look':
    'Belki kaydedildi: yanıt gelmedi. Yeniden kaydetmeden önce bakın, yoksa iki kez olur.',
  'notes.no-record': 'Aramaya bağlı CRM kaydı henüz yok. Olduğunda kaydedebilirsiniz.',
  'notes.kept': 'Metin bu tarayıcı sekmesinde saklanıyor.',
  'notes.kept-by-pages':
    'Uygulamanın başka bir sayfası açık olduğu sürece metin yeniden yüklemede korunur.',
  'notes.only-here': 'Metin yalnızca bu sayfada: yeniden yüklenirse kaybolur.',
  'notes.earlier': 'Kaydedilmedi, önceki bir aramadan',
  'notes.earlier-number': 'Kaydedilmedi, {number} ile yapılan aramadan',
  'notes.discard': 'Sil',
};
