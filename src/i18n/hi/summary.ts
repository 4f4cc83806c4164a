/** Hindi: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'hi', 'summary'> = {
  'summary.label': 'मौजूदा कॉल',
  'no-call': 'कोई कॉल नहीं है।',
  'number.hidden': 'छिपा नंबर',
  'number.unknown': 'अज्ञात नंबर',
  copy: 'कॉपी करें',
  'copy-number': 'नंबर कॉपी करें',
  copied: 'कॉपी हो गया',
  'not-copied': 'कॉपी नहीं हो सका',
  'direction.incoming': 'इनकमिंग',
  'direction.outgoing': 'आउटगोइंग',
  'direction.callback': 'कॉलबैक',
  'progress.idle': 'कनेक्ट नहीं है',
  'progress.connecting': 'कनेक्ट हो रही है',
  'progress.connected': 'कनेक्टेड',
  line: 'लाइन {name}',
  duration: 'अवधि',
  'as-of': '{time} तक',
  campaign: 'अभियान',
  held: 'होल्ड पर',
  muted: 'माइक बंद है',
  'try-again': 'फिर कोशिश करें',
};
