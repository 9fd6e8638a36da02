// Takes a link's secret from behind the #, where no server sees it, into the form, and out of the address bar.
const field = document.querySelector("input[name=token]");
if (field && location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
}
if (field?.value) field.closest("p").hidden = true;
