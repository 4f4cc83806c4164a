/** The sample firm: the default data of a new simulated portal. */
import type {PortalSeed} from '../crm/crm-seed.js';
import {ACTIVITIES} from './records/activities.js';
import {CATEGORIES} from './categories.js';
import {COMPANIES} from './records/companies.js';
import {COMPLETE_RECORDS} from './records/complete-records.js';
import {CONTACTS} from './records/contacts.js';
import {CRM_TYPES} from './crm-types.js';
import {CURRENCIES} from './currencies.js';
import {DEALS} from './records/deals.js';
import {LAYOUTS} from './layouts.js';
import {LEADS} from './records/leads.js';
import {PAPERS} from './records/papers.js';
import {BROKEN_RECORDS, EMPTY_RECORDS} from './records/poor-records.js';
import {REQUISITES} from './fields/requisites.js';
import {STATUSES} from './statuses.js';
import {USERS} from './users.js';

export const SAMPLE_SEED: PortalSeed = {
  users: USERS,
  types: CRM_TYPES,
  records: [
    ...LEADS,
    ...DEALS,
    ...CONTACTS,
    ...COMPANIES,
    ...PAPERS,
    ...COMPLETE_RECORDS,
    ...EMPTY_RECORDS,
    ...BROKEN_RECORDS,
  ],
  statuses: STATUSES,
  categories: CATEGORIES,
  layouts: LAYOUTS,
  currencies: CURRENCIES,
  activities: ACTIVITIES,
  requisites: REQUISITES,
};
