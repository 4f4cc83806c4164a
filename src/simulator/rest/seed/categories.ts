/** Pipelines. Deals have two, so that a stage's dictionary depends on the record. */
import {COMPANY, CONTACT, DEAL, SMART_INVOICE} from '../../../model/entity/entity-type.js';
import type {CategorySeed} from '../crm/crm-seed.js';

export const CATEGORIES: readonly CategorySeed[] = [
  {id: 0, name: 'General', sort: 200, entityTypeId: DEAL, isDefault: true},
  {id: 9, name: 'Service contracts', sort: 300, entityTypeId: DEAL, isDefault: false},
  {id: 1, name: 'Contacts', sort: 500, entityTypeId: CONTACT, isDefault: true},
  {id: 2, name: 'Companies', sort: 500, entityTypeId: COMPANY, isDefault: true},
  {id: 4, name: 'Invoices', sort: 500, entityTypeId: SMART_INVOICE, isDefault: true},
  {id: 52, name: 'Deliveries', sort: 500, entityTypeId: 177, isDefault: true},
  {id: 53, name: 'Express deliveries', sort: 600, entityTypeId: 177, isDefault: false},
  // A smart process without pipelines has one hidden pipeline.
  {id: 60, name: 'General', sort: 500, entityTypeId: 1036, isDefault: true},
];
