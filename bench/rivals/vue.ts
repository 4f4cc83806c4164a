/** The widget page in Vue on `@bitrix24/b24jssdk`. */
import {createApp, defineComponent, h, ref, shallowRef, type PropType} from 'vue';
import {B24jssdkWidget} from './b24jssdk-widget.js';
import {dialable, type Call} from './call.js';
import type {RecordView} from './record-view.js';

const call = shallowRef<Call | null>(null);
const state = ref('');
const note = ref('');
const record = shallowRef<RecordView | null>();
const isKept = ref(false);
const isAsking = ref(false);

const widget = new B24jssdkWidget({
  showCall(value) {
    call.value = value;
    state.value = value.state;
  },
  showState: (value) => (state.value = value),
  showRecord: (value) => (record.value = value),
  showNote: (text) => (note.value = text),
});

const CallSummary = defineComponent({
  props: {call: {type: Object as PropType<Call>, required: true}, state: String},
  setup: (props) => () =>
    h('section', {class: 'card'}, [
      h('p', [
        h('bdi', {part: 'number'}, props.call.number),
        ' ',
        h('span', {part: 'state'}, props.state),
      ]),
      h('p', {class: 'note'}, [props.call.direction, ' · Line ', props.call.line]),
    ]),
});

const RecordPanel = defineComponent({
  props: {record: {type: Object as PropType<RecordView>, required: true}},
  setup: (props) => () =>
    h('section', {class: 'card'}, [
      h('p', {class: 'note'}, [props.record.kind, props.record.stage].filter(Boolean).join(' · ')),
      h('h2', props.record.title),
      props.record.phones.map((phone) => h('a', {href: `tel:${dialable(phone)}`}, phone)),
      props.record.emails.map((email) => h('a', {href: `mailto:${email}`}, email)),
      h(
        'dl',
        props.record.fields.map(({label, value}) =>
          h('div', {key: label, part: 'field'}, [h('dt', label), h('dd', value)]),
        ),
      ),
    ]),
});

const Controls = defineComponent({
  setup: () => () =>
    h('section', {class: 'card'}, [
      h(
        'button',
        {type: 'button', 'aria-pressed': isKept.value, disabled: isAsking.value, onClick: toggle},
        'Keep the card open',
      ),
      ' ',
      h('button', {type: 'button', onClick: () => void widget.refresh()}, 'Refresh'),
      h('p', {class: 'note', role: 'status'}, note.value),
    ]),
});

async function toggle(): Promise<void> {
  isAsking.value = true;
  await widget.run(isKept.value ? 'enableAutoClose' : 'disableAutoClose');
  isKept.value = !isKept.value;
  isAsking.value = false;
}

createApp({
  render: () => [
    call.value && h(CallSummary, {call: call.value, state: state.value}),
    record.value && h(RecordPanel, {record: record.value}),
    record.value === null && h('section', {class: 'card'}, 'No record'),
    h(Controls),
  ],
}).mount(document.body);
await widget.start();
