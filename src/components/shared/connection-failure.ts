/** The message of an element that can't connect to the portal, with the button that tries again. */
import {css, html, nothing, type TemplateResult} from 'lit';
import type {FailedSnapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import type {ControllerConsumer} from './controller/controller-consumer.js';

export const failureStyles = css`
  .failure {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
`;

/** @param label - the text of the button, which is there only if another attempt may help */
export function failureTemplate(
  {error}: FailedSnapshot,
  consumer: ControllerConsumer,
  label: string,
): TemplateResult {
  const retry = (): unknown => consumer.controller?.start();
  return html`<div class="failure">
    <p class="note error">${text(`error.${error.code}`)}</p>
    ${
      error.retryable
        ? html`<button type="button" part="button" @click=${retry}>${label}</button>`
        : nothing
    }
  </div>`;
}
