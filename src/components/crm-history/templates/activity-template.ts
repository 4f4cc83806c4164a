/** The template of one activity: what it was about, what it was, when, how long, and who did it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ActivityKind, CrmActivity, CrmHistory} from '../../../crm/history.js';
import {text} from '../../../i18n/text.js';
import {formatDuration} from '../../../model/call/duration.js';
import {phoneIcon, phoneIncomingIcon, phoneOutgoingIcon} from '../../shared/styles/icons.js';
import {formattedActivity} from '../activity-formatters.js';
import {
  activityIcon,
  calendarIcon,
  mailIcon,
  messageSquareIcon,
  phoneMissedIcon,
  squareCheckIcon,
} from '../history-icons.js';
import {callMark, isLong, kindText, type CallMark} from '../history-labels.js';
import {momentText, wholeMomentText} from '../history-times.js';
import type {HistoryView} from '../history-view.js';
import {detailsTemplate, linkTemplate, responsibleDetail} from './entry-template.js';

const ICONS: Readonly<Record<ActivityKind, TemplateResult>> = {
  call: phoneIcon,
  email: mailIcon,
  meeting: calendarIcon,
  task: squareCheckIcon,
  message: messageSquareIcon,
  other: activityIcon,
};

const CALL_ICONS: Readonly<Record<CallMark, TemplateResult>> = {
  incoming: phoneIncomingIcon,
  outgoing: phoneOutgoingIcon,
  missed: phoneMissedIcon,
  failed: phoneOutgoingIcon,
};

/** @param history - whose language and time zone the times are in */
export function activityTemplate(
  activity: CrmActivity,
  history: CrmHistory,
  view: HistoryView,
): TemplateResult {
  const own = formattedActivity(view.formatters, activity);
  const mark = callMark(activity);
  const kind = own?.label ?? kindText(activity);
  const subject = own?.subject ?? activity.subject;
  const isBad = activity.isOverdue || mark === 'missed' || mark === 'failed';
  const icon = own === null && mark !== null ? CALL_ICONS[mark] : ICONS[own?.icon ?? activity.kind];
  return html`<li part="entry" class=${isBad ? 'entry bad' : 'entry'} data-id=${activity.id}>
    ${icon}
    <div>
      ${linkTemplate(subject || kind, activity, view)}
      ${detailsTemplate([
        activity.isOverdue
          ? html`<span class="error" part="overdue">${text('history.overdue')}</span>`
          : '',
        subject === '' ? '' : html`<bdi part="kind">${kind}</bdi>`,
        mark === 'failed' ? text('ui-state.redial.none') : '',
        timeDetail(activity, history, view),
        durationDetail(activity),
        responsibleDetail(activity.responsible),
      ])}
      ${descriptionTemplate(own?.description ?? activity.description, activity.id, view)}
      ${transcriptTemplate(activity)}
    </div>
  </li>`;
}

/** When it was, or when it is to be done. */
function timeDetail(
  {kind, isCompleted, start, end, deadline}: CrmActivity,
  history: CrmHistory,
  {now}: HistoryView,
): TemplateResult | '' {
  // A task begins when somebody writes it down.
  const planned = kind === 'task' ? deadline : (deadline ?? start ?? end);
  const at = isCompleted ? (start ?? end ?? deadline) : planned;
  if (at === null) return '';
  return html`<time
    part="time"
    datetime=${new Date(at).toISOString()}
    title=${wholeMomentText(at, history)}
    >${momentText(at, now, history)}</time
  >`;
}

function durationDetail({durationSeconds}: CrmActivity): TemplateResult | '' {
  if (durationSeconds === null || durationSeconds === 0) return '';
  return html`<span class="visually-hidden">${text('duration')} </span
    ><span part="duration" dir="ltr">${formatDuration(durationSeconds * 1000)}</span>`;
}

function descriptionTemplate(
  description: string,
  id: number,
  {expanded, toggleText}: HistoryView,
): TemplateResult | typeof nothing {
  if (description === '') return nothing;
  if (!isLong(description)) {
    return html`<p part="description" class="lines" dir="auto">${description}</p>`;
  }
  const whole = expanded.has(id);
  // No spaces in the markup: the text keeps its lines.
  // prettier-ignore
  return html`<p part="description" class=${whole ? 'lines' : 'lines cut'} dir="auto">${description}</p>
    <button class="more" part="whole" aria-expanded=${whole} @click=${() => toggleText(id)}>
      ${text(whole ? 'panel.less' : 'panel.more')}
    </button>`;
}

/** What the portal has written down of the call itself. */
function transcriptTemplate({transcript}: CrmActivity): TemplateResult | typeof nothing {
  if (transcript === null || transcript === '') return nothing;
  return html`<details part="transcript">
    <summary>${text('history.transcript')}</summary>
    <p class="lines" dir="auto">${transcript}</p>
  </details>`;
}
