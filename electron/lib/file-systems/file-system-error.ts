/** Whether the file system threw this: only its errors name a system call. Any other error is a bug. */
export function isFileSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
