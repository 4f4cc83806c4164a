/** What holds for every conversation between an app's frame and its portal. */
import {answerOrders} from './answer-orders.js';
import {converse} from './conversation/converse.js';
import {conversation} from './conversation/steps.js';
import {honestPortal} from './honest-portal.js';
import {property, type NamedProperty} from './property.js';

const anyConversation = property(
  'whatever the portal says and whenever, every command has an outcome and the snapshot is right',
  {short: 400, long: 20_000},
  conversation,
  converse,
);

export const conversationProperties: readonly NamedProperty[] = [
  answerOrders,
  anyConversation,
  honestPortal,
];
