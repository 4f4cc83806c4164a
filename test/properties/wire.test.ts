import {testProperties} from './in-browser.js';
import {wireProperties} from './wire-properties.js';

testProperties('the wire', wireProperties);
