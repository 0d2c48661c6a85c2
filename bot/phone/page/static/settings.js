// The settings of one person's phone, kept by the browser.

const USUAL = { closed: false, still: false, plainTimes: false, silent: false, look: "light dark" };

export function settingsOf(person) {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(`phone-${person}`)) };
  } catch {
    return { ...USUAL };
  }
}

export function keepSettings(person, settings) {
  localStorage.setItem(`phone-${person}`, JSON.stringify(settings));
}

// The dialog shows the settings, and passes on each change at once.
export class SettingsDialog {
  constructor(dialog, changed) {
    this.fields = [...dialog.querySelectorAll("[name]")];
    this.dialog = dialog;
    dialog.addEventListener("change", ({ target }) => {
      if (target.name) changed(target.name, target.type === "checkbox" ? target.checked : target.value);
    });
  }

  show(values) {
    for (const field of this.fields) {
      if (field.type === "checkbox") field.checked = values[field.name];
      else field.value = values[field.name];
    }
    this.dialog.showModal();
  }
}
