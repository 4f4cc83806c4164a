/** Layouts of the portal's record card: common ones, those of single pipelines, and personal ones. */
import {CONTACT, DEAL, LEAD} from '../../../model/entity/entity-type.js';
import type {JsonObject} from '../../../model/parse/reading.js';
import type {LayoutSeed} from '../crm/crm-seed.js';
import {DELIVERY} from './crm-types.js';

export const LAYOUTS: readonly LayoutSeed[] = [
  {entityTypeId: DEAL, scope: 'C', layout: dealLayout()},
  {entityTypeId: DEAL, scope: 'C', categoryId: 9, layout: dealLayout()},
  {
    entityTypeId: DEAL,
    scope: 'P',
    userId: 9,
    categoryId: 9,
    layout: [
      section('main', 'My service deal', [
        'OPPORTUNITY_WITH_CURRENCY',
        'CLIENT',
        always('UF_CRM_1721244707111'),
        'RECURRING',
      ]),
      // A section that was emptied stays in the layout.
      section('user_9fk2', 'Later', []),
    ],
  },
  // New customers have the default order.
  {
    entityTypeId: LEAD,
    scope: 'C',
    leadCustomerType: 2,
    layout: [section('main', 'About the returning customer', ['CLIENT', 'SOURCE_ID', 'COMMENTS'])],
  },
  {
    entityTypeId: DELIVERY,
    scope: 'C',
    categoryId: 52,
    layout: [
      section('main', 'About the delivery', ['TITLE', 'STAGE_ID', 'CLIENT', 'PARENT_ID_2']),
      section('more', 'Details', [always('UF_CRM_7_ANY_CHOICE'), 'UF_CRM_7_ANY_DATE', 'OBSERVER']),
    ],
  },
  // Suppliers are contacts of a pipeline that only its own list shows.
  {
    entityTypeId: CONTACT,
    scope: 'C',
    categoryId: 10,
    layout: [section('main', 'About the supplier', ['LAST_NAME', 'COMPANY', 'PHONE'])],
  },
  {
    entityTypeId: CONTACT,
    scope: 'P',
    userId: 9,
    layout: [section('main', 'My contact', ['LAST_NAME', 'PHONE', 'COMMENTS'])],
  },
  {
    entityTypeId: CONTACT,
    scope: 'C',
    layout: [
      section('main', 'About the contact', [
        'HONORIFIC',
        'LAST_NAME',
        'NAME',
        'POST',
        'PHONE',
        'EMAIL',
        'COMPANY',
      ]),
      section('additional', 'More', [
        always('UF_CRM_CUSTOMER_NUMBER'),
        'UF_CRM_1747309880',
        'TYPE_ID',
        'SOURCE_ID',
        'ASSIGNED_BY_ID',
        'COMMENTS',
        'UTM',
      ]),
    ],
  },
];

interface ElementObject {
  readonly name: string;
  readonly optionFlags: string;
  readonly options?: JsonObject;
}

function dealLayout(): unknown[] {
  return [
    section('main', 'About the deal', [
      'TITLE',
      'STAGE_ID',
      'OPPORTUNITY_WITH_CURRENCY',
      'CLOSEDATE',
      {...always('CLIENT'), options: {defaultCountry: 'DE'}},
      'UF_CRM_CONTRACT_NUMBER',
      always('UF_CRM_1721244707111'),
    ]),
    section('additional', 'Additional', [
      'TYPE_ID',
      'SOURCE_ID',
      'UF_CRM_1721244707109',
      'UF_CRM_1721244707119',
      'ASSIGNED_BY_ID',
      'OBSERVER',
      'COMMENTS',
      'UTM',
      // Names of no field: parts of the card itself, and a deleted field.
      'PRODUCT_ROW_SUMMARY',
      'UF_CRM_1600000000000',
    ]),
  ];
}

/** A field that is shown even when it is empty. */
function always(name: string): ElementObject {
  return {name, optionFlags: '1'};
}

function section(
  name: string,
  title: string,
  elements: readonly (string | ElementObject)[],
): unknown {
  return {
    name,
    title,
    type: 'section',
    elements: elements.map((element) =>
      // Layouts that were saved long ago have no flags.
      typeof element !== 'string'
        ? element
        : name === 'main'
          ? {name: element, optionFlags: '0'}
          : {name: element},
    ),
  };
}
