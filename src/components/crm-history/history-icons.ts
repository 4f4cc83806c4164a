/**
 * Icons, written by `node scripts/icons.mjs`: the drawings of Lucide 1.62.0, Copyright (c) Lucide Icons and
 * Contributors, ISC; some of them of Feather, Copyright (c) 2013-present Cole Bemis, MIT. They only
 * accompany words, so a screen reader passes over them.
 */
import {html} from 'lit';

export const activityIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M22 12h-2.48a2 2 0 0 0-1.93 1.46l-2.35 8.36a.25.25 0 0 1-.48 0L9.24 2.18a.25.25 0 0 0-.48 0l-2.35 8.36A2 2 0 0 1 4.49 12H2"
  />
</svg>`;

export const calendarIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M8 2v3" />
  <path d="M16 2v3" />
  <rect x="3" y="3" width="18" height="18" rx="2" />
  <path d="M3 9h18" />
</svg>`;

export const mailIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7" />
  <rect x="2" y="4" width="20" height="16" rx="2" />
</svg>`;

export const messageSquareIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"
  />
</svg>`;

export const phoneMissedIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m16 2 6 6" />
  <path d="m22 2-6 6" />
  <path
    d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"
  />
</svg>`;

export const squareCheckIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect width="18" height="18" x="3" y="3" rx="2" />
  <path d="m16 9-5.5 5.5L8 12" />
</svg>`;
