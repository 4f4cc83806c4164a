import {testProperties} from './in-browser.js';
import {readerProperties} from './reader-properties.js';

testProperties('readers', readerProperties);
