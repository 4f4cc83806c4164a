/** The gallery's pictures of the panel: so many that they have a file of their own. */
import {itShowsEveryPicture} from './gallery-pictures.js';

describe('<crm-entity-panel> in the gallery', function () {
  this.timeout(60_000);
  itShowsEveryPicture('crm-entity-panel');
});
