import {callProperties} from './call-properties.js';
import {testProperties} from './test-properties.js';

testProperties('calls one after the other', callProperties);
