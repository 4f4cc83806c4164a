/** The phone numbers of a field, each of which can be called and copied. */
import {html, nothing, type TemplateResult} from 'lit';
import {isolatedNumber, text} from '../../../i18n/text.js';
import {parsePhones, phoneHref, type PhoneNumber} from '../../../model/call/phone.js';
import {copyIcon} from '../../shared/styles/icons.js';
import {isOnTheLine} from '../panel-rules.js';
import type {PanelView} from '../panel-view.js';

/**
 * Each number in the text as a link of its own, with the words around it as they are.
 *
 * @param behind - what stands behind each number
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

/** What separates numbers says nothing where each is a link. */
function remarkTemplate(between: string): TemplateResult | typeof nothing {
  const words = between.replace(/^[\s,;/|]+|[\s,;/|]+$/g, '');
  return words === '' ? nothing : html`<bdi class="note" part="phone-remark">${words}</bdi>`;
}

/** Called through the portal; by whatever the device calls with once the portal has refused. */
function phoneTemplate(phone: PhoneNumber, {snapshot, links}: PanelView): TemplateResult {
  return html`<a
    part="phone"
    dir="ltr"
    href=${phoneHref(phone)}
    aria-current=${isOnTheLine(phone.text, snapshot) ? 'true' : nothing}
    @click=${(event: MouseEvent) => links.call(event, phone)}
    >${phone.text}</a
  >`;
}

/** What became of a call of one of the numbers; behind all else, so that no button moves by it. */
export function calledTemplate(written: string, {links}: PanelView): TemplateResult {
  const isCalled = parsePhones(written).some((phone) => phone.text === links.called);
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
