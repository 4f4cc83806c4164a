import {testProperties} from './test-properties.js';
import {readerProperties} from './reader-properties.js';

testProperties('readers', readerProperties);
