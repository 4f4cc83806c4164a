import {testProperties} from './test-properties.js';
import {serverProperties} from './server-properties.js';

testProperties('the app’s server', serverProperties);
