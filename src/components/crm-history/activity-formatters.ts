/** A page's own formatters of activities: tried before the kit's, and never trusted more than a record. */
import type {ActivityKind, CrmActivity} from '../../crm/history.js';
import {isObject, lookUp, quoted} from '../../model/parse/reading.js';
import {ICON_KINDS} from './history-labels.js';

/** How an activity is shown. All of it is text. */
export interface ActivityDisplay {
  /** What it is: `Visit`. */
  readonly label: string;
  /** What it is about. Default: the activity's own subject. */
  readonly subject?: string;
  /** Default: the activity's own description. */
  readonly description?: string;
  /** The icon of another kind. */
  readonly icon?: ActivityKind;
}

/** Describes an activity; `null` shows it as without a formatter. */
export type ActivityFormatter = (activity: CrmActivity) => ActivityDisplay | null;

/** By the provider (`MY_APP`), or by the provider and its type (`MY_APP:VISIT`), which is tried first. */
export type ActivityFormatters = Readonly<Record<string, ActivityFormatter>>;

const REPORTED = new WeakSet<ActivityFormatter>();

/**
 * What the page's formatter says of an activity; `null` without one. One that throws, or returns what
 * can't be shown, is reported once and passed over.
 */
export function formattedActivity(
  formatters: ActivityFormatters,
  activity: CrmActivity,
): ActivityDisplay | null {
  const {providerId, providerTypeId} = activity;
  const formatter = [`${providerId}:${providerTypeId}`, providerId]
    .map((name) => lookUp(formatters, name))
    .find((found) => found !== undefined);
  if (formatter === undefined) return null;
  try {
    const display: unknown = formatter(activity);
    if (display === null || isDisplay(display)) return display;
    throw new TypeError(
      `The formatter of ${providerId} returned ${quoted(display)}. Expected is null or an ` +
        `ActivityDisplay, for example {label: 'Visit'}, whose icon is one of ${ICON_KINDS.join(', ')}.`,
    );
  } catch (error) {
    if (!REPORTED.has(formatter)) reportError(error);
    REPORTED.add(formatter);
    return null;
  }
}

function isDisplay(value: unknown): value is ActivityDisplay {
  if (!isObject(value)) return false;
  const {label, subject, description, icon} = value;
  const isOptional = (text: unknown): boolean => text === undefined || typeof text === 'string';
  return (
    typeof label === 'string' &&
    [subject, description].every(isOptional) &&
    (icon === undefined || ICON_KINDS.some((kind) => kind === icon))
  );
}
