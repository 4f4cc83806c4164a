/** The portal's alert box: a text over the page until the operator confirms it. */

/** Shows the text, as text, and returns how to take it away. */
export function showAlert(document: Document, text: string): () => void {
  const box = document.createElement('div');
  box.className = 'portal-alert';
  box.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = text;
  const confirm = document.createElement('button');
  confirm.type = 'button';
  confirm.textContent = 'OK';
  confirm.addEventListener('click', () => {
    box.remove();
  });
  box.append(words, confirm);
  document.body.append(box);
  return () => {
    box.remove();
  };
}
