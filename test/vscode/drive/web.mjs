export async function runWeb() {
  return [];
}
