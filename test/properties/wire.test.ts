import {testProperties} from './test-properties.js';
import {wireProperties} from './wire-properties.js';

testProperties('the wire', wireProperties);
