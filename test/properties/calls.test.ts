import {callProperties} from './call-properties.js';
import {testProperties} from './in-browser.js';

testProperties('calls one after the other', callProperties);
