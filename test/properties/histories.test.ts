import {historyProperties} from './history-properties.js';
import {testProperties} from './test-properties.js';

testProperties('histories', historyProperties);
