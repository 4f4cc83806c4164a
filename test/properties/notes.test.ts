import {noteProperties} from './note-properties.js';
import {testProperties} from './test-properties.js';

testProperties('notes in several frames', noteProperties);
