import {conversationProperties} from './conversation-properties.js';
import {testProperties} from './test-properties.js';

testProperties('a conversation with the portal', conversationProperties);
