import {hubProperties} from './hub-properties.js';
import {testProperties} from './test-properties.js';

testProperties('the hub', hubProperties);
