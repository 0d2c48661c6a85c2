// The app's own words, in the language that is set on the phone, whatever the bot speaks.

const WORDS = {
  en: {
    bot: "bot", typing: "typing…", recording: "recording…", sending: "sending…", choosing: "choosing…",
    message: "Message", messages: "Messages", send: "Send", commands: "Commands", attach: "Send something else", more: "More",
    about: "What can this bot do?", start: "Start", block: "Block the bot", unblock: "Unblock", newest: "To the newest message",
    today: "Today", edited: "edited", you: "You:", ok: "OK", cancel: "Cancel", reply: "Reply", copy: "Copy", edit: "Edit",
    remove: "Delete", copied: "Copied", reaction: "Reaction", keyboard: "Keyboard", buttons: "Buttons of this message",
    "show more": "Show more", "show less": "Show less", uncover: "Show the picture",
    play: "Play", pause: "Pause", playing: "Now playing", stop: "Stop playing", position: "Position", album: "Album",
    photo: "Photo", picture: "Picture", loop: "Looping picture", gif: "GIF", sticker: "Sticker", video: "Video", film: "Video message",
    voice: "Voice message", sound: "Audio", document: "File", location: "Location", contact: "Contact", pinned: "Pinned message",
  },
  de: {
    bot: "Bot", typing: "schreibt…", recording: "nimmt auf…", sending: "sendet…", choosing: "wählt aus…",
    message: "Nachricht", messages: "Nachrichten", send: "Senden", commands: "Befehle", attach: "Etwas anderes senden", more: "Mehr",
    about: "Was kann dieser Bot?", start: "Starten", block: "Bot blockieren", unblock: "Freigeben", newest: "Zur neuesten Nachricht",
    today: "Heute", edited: "bearbeitet", you: "Du:", ok: "OK", cancel: "Abbrechen", reply: "Antworten", copy: "Kopieren",
    edit: "Bearbeiten", remove: "Löschen", copied: "Kopiert", reaction: "Reaktion", keyboard: "Tastatur",
    buttons: "Knöpfe dieser Nachricht", "show more": "Mehr anzeigen", "show less": "Weniger anzeigen", uncover: "Bild zeigen",
    play: "Abspielen", pause: "Pausieren", playing: "Läuft gerade", stop: "Beenden", position: "Stelle",
    album: "Album", photo: "Foto", picture: "Bild", loop: "Bewegtes Bild", gif: "GIF", sticker: "Sticker",
    video: "Video", film: "Videonachricht", voice: "Sprachnachricht", sound: "Audio", document: "Datei", location: "Standort",
    contact: "Kontakt", pinned: "Angeheftete Nachricht",
  },
  fa: {
    bot: "ربات", typing: "در حال نوشتن…", recording: "در حال ضبط…", sending: "در حال ارسال…", choosing: "در حال انتخاب…",
    message: "پیام", messages: "پیام‌ها", send: "ارسال", commands: "دستورها", attach: "ارسال چیز دیگر", more: "بیشتر",
    about: "این ربات چه می‌کند؟", start: "شروع", block: "مسدود کردن ربات", unblock: "رفع مسدودی", newest: "تازه‌ترین پیام",
    today: "امروز", edited: "ویرایش‌شده", you: "شما:", ok: "باشه", cancel: "لغو", reply: "پاسخ", copy: "کپی", edit: "ویرایش",
    remove: "حذف", copied: "کپی شد", reaction: "واکنش", keyboard: "صفحه‌کلید", buttons: "دکمه‌های این پیام",
    "show more": "نمایش بیشتر", "show less": "نمایش کمتر", uncover: "نمایش تصویر", play: "پخش", pause: "مکث", playing: "در حال پخش", stop: "پایان پخش", position: "جای پخش", album: "آلبوم", photo: "عکس",
    picture: "تصویر", loop: "تصویر متحرک", gif: "گیف", sticker: "استیکر", video: "ویدیو", film: "پیام ویدیویی",
    voice: "پیام صوتی", sound: "صدا", document: "پرونده", location: "موقعیت مکانی", contact: "مخاطب", pinned: "پیام سنجاق‌شده",
  },
};
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

export const SPOKEN = { en: "English", de: "Deutsch", fa: "فارسی" };

export function speech(language) {
  const known = WORDS[language] ?? WORDS.en;
  return (name) => known[name] ?? WORDS.en[name] ?? name;
}

// Days and hours are written as in the reader's region, if the app speaks a language of it.
export function regional(language) {
  return navigator.languages.find((spoken) => spoken.split("-")[0] === language) ?? language;
}

export function direction(language) {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

// Nodes name their words: data-word for the text, data-label for screen readers.
export function spell(root, say) {
  for (const node of root.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
  for (const node of root.querySelectorAll("[data-label]")) node.ariaLabel = say(node.dataset.label);
  for (const node of root.querySelectorAll("[data-hint]")) node.placeholder = say(node.dataset.hint);
}
