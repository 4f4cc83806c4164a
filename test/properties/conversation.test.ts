import {conversationProperties} from './conversation-properties.js';
import {testProperties} from './in-browser.js';

testProperties('a conversation with the portal', conversationProperties);
