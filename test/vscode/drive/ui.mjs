export async function runUi() {
  return [];
}
