/** What the server put into the page for its script: JSON in the element with the id "page". */
export function pageData<Data>(): Data {
  return JSON.parse(document.getElementById('page')?.textContent || '{}')
}
