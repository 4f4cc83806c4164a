/** The templates of the phone numbers in a field: each can be called and copied. */
import {html, nothing, type TemplateResult} from 'lit';
import {isolatedNumber, text} from '../../../i18n/text.js';
import {parsePhones, phoneHref, type PhoneNumber} from '../../../model/call/phone.js';
import {copyIcon} from '../../shared/styles/icons.js';
import {isOnTheLine} from '../panel-rules.js';
import type {PanelView} from '../panel-view.js';

/**
 * A link for each number in the text, with the remarks around it.
 *
 * @param behind - the template that follows each number
 */
export function phonesTemplate(
  written: string,
  view: PanelView,
  behind?: (number: string, view: PanelView) => TemplateResult,
): TemplateResult {
  let from = 0;
  const numbers = parsePhones(written).map((phone) => {
    const before = written.slice(from, phone.start);
    from = phone.start + phone.text.length;
    return html`${remarkTemplate(before)} ${phoneTemplate(phone, view)}
    ${behind?.(phone.text, view)}`;
  });
  if (numbers.length === 0) return html`<bdi part="phone">${written}</bdi>`;
  return html`${numbers} ${remarkTemplate(written.slice(from))}`;
}

/** The text between two numbers without separators, which links do not need. */
function remarkTemplate(between: string): TemplateResult | typeof nothing {
  const words = between.replace(/^[\s,;/|]+|[\s,;/|]+$/g, '');
  return words === '' ? nothing : html`<bdi class="note" part="phone-remark">${words}</bdi>`;
}

/** A link that calls through the portal, or by `tel:` after the portal has refused. */
function phoneTemplate(phone: PhoneNumber, {snapshot, actions}: PanelView): TemplateResult {
  return html`<a
    part="phone"
    dir="ltr"
    href=${phoneHref(phone)}
    aria-current=${isOnTheLine(phone.text, snapshot) ? 'true' : nothing}
    @click=${(event: MouseEvent) => actions.callNumber(event, phone)}
    >${phone.text}</a
  >`;
}

/** Says that the portal was asked to call one of the numbers; at the end, so that no button moves. */
export function calledTemplate(written: string, {actions}: PanelView): TemplateResult {
  const isCalled = parsePhones(written).some((phone) => phone.text === actions.called);
  return html`<span class="note" part="called" role="status"
    >${isCalled ? text('panel.call-asked') : nothing}</span
  >`;
}

/** The button that copies a number, and how that ended. */
export function copyTemplate(number: string, {copier}: PanelView): TemplateResult {
  const outcome = copier.outcomeOf(number);
  return html`<button
      class="icon copy"
      part="copy"
      title=${text('panel.copy', {number: isolatedNumber(number)})}
      @click=${() => copier.copyText(number)}
    >
      ${copyIcon}
    </button>
    <span class="note" role="status"
      >${outcome === undefined ? nothing : text(`panel.${outcome}`)}</span
    >`;
}
