setInterval(() => {
  const fields = [...document.querySelectorAll('input')];
  if (!fields.some(field => field === document.activeElement || field.value !== field.defaultValue)) {
    location.reload();
  }
}, 10000);
