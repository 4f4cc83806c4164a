/** Registers the tags and starts the app. Angular 21 needs no zone.js. */
import {bootstrapApplication} from '@angular/platform-browser';
import 'call-card-kit/define';
import {ClientTab} from './client-tab';

bootstrapApplication(ClientTab).catch((error: unknown) => console.error(error));
