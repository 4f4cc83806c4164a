import {noteProperties} from './note-properties.js';
import {testProperties} from './in-browser.js';

testProperties('notes in several frames', noteProperties);
