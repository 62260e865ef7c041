/** The names of these groups in the text of /etc/group (group(5)). One that is not there has no name. */
export function groupNames(text: string, ids: readonly number[]): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', , id = ''] = line.split(':');
    return name !== '' && /^\d+$/.test(id) && ids.includes(Number(id)) ? [name] : [];
  });
}
