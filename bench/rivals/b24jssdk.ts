/** The widget page on `@bitrix24/b24jssdk`, with plain DOM. */
import {B24jssdkWidget} from './b24jssdk-widget.js';
import {PlainView} from './plain-view.js';

const widget: B24jssdkWidget = new B24jssdkWidget(
  new PlainView(document.body, {
    keepOpen: () => widget.run('disableAutoClose'),
    letClose: () => widget.run('enableAutoClose'),
    refresh: () => void widget.refresh(),
  }),
);
await widget.start();
