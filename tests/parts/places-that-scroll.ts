import type { Page } from '@playwright/test';

/** Each place of the page that holds more than is seen of it, the window itself among them, and by how many pixels. */
export function placesThatScroll(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const window = document.documentElement;
    return [window, ...document.querySelectorAll('body *')].flatMap((each) => {
      const mayScroll = each === window || /auto|scroll/.test(getComputedStyle(each).overflowY);
      const beyond = each.scrollHeight - each.clientHeight;
      return mayScroll && beyond > 1 ? [`<${each.localName} class="${each.className}">: ${beyond}`] : [];
    });
  });
}
