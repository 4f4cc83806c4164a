import {hubProperties} from './hub-properties.js';
import {testProperties} from './in-browser.js';

testProperties('the hub', hubProperties);
