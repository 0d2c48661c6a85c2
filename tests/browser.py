"""The system's Chromium, for the tests that look at the phone's page; where there is none they skip."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

# Milliseconds, as for all else that the browser is asked. Only what never comes takes so long: a busy machine is no fault.
expect.set_options(timeout=180_000)

# How much each text stands out from its ground, by the WCAG's formula; what lies under a thin ground shines through.
CONTRASTS = """nodes => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const above = (node) => node.parentNode?.host ?? node.parentElement;
  const over = ([r, g, b, thick = 1], under) => [r, g, b].map((part, n) => part * thick + under[n] * (1 - thick));
  const ground = (node) =>
    node ? over(parts(getComputedStyle(node).backgroundColor), ground(above(node))) : [255, 255, 255];
  const straight = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = (colour) =>
    colour.map((part, n) => straight(part / 255) * [0.2126, 0.7152, 0.0722][n]).reduce((sum, part) => sum + part);
  return nodes.map((node) => {
    const under = ground(node);
    const two = [light(over(parts(getComputedStyle(node).color), under)), light(under)];
    return [(Math.max(...two) + 0.05) / (Math.min(...two) + 0.05), node.textContent.slice(0, 30)];
  });
}"""


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()
