/**
 * Two self-signed certificates of printers that do not exist, valid for a hundred years, with their keys: they
 * protect nothing but connections within a test.
 */
export const printerCertificate = {
  fingerprint: '5c27f771759c861edda37d9a3c596bbe7c0b79e76a366b2fb17386c4f1c111f8',
  subject: 'CN=Card Printer a',
  cert: `-----BEGIN CERTIFICATE-----
MIIBijCCAS+gAwIBAgIUJBRLrU9bt6Zj4z5dRpF8Z2zbhcEwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOQ2FyZCBQcmludGVyIGEwIBcNMjYxMTI0MjIwOTU4WhgPMjEy
NjEwMzEyMjA5NThaMBkxFzAVBgNVBAMMDkNhcmQgUHJpbnRlciBhMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEJssS5/yYvQ7zw4ToULQJusXp0UT0kvF17QM6EzwQ
Sop4DLdwwupaJJ53ZDOaccVsqQojWHqOlawF8vLiY9tYpaNTMFEwHQYDVR0OBBYE
FLhdF1vUVkbRRuh+uaH2vKyIOhO+MB8GA1UdIwQYMBaAFLhdF1vUVkbRRuh+uaH2
vKyIOhO+MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAJD1sECx
t5r7ebJ9tUPoSUTfVLClucXu5Mj/VSeheL9eAiEAkKkqcVJUOIMpmVbpBM8RPyjK
OdOu3jeISSaEEmgslbA=
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAHM+8prSabjp+kKl
Vr4QP8sfD/iBxoio2exY9Kk/vHmhRANCAAQmyxLn/Ji9DvPDhOhQtAm6xenRRPSS
8XXtAzoTPBBKingMt3DC6loknndkM5pxxWypCiNYeo6VrAXy8uJj21il
-----END PRIVATE KEY-----`,
};

export const otherCertificate = {
  fingerprint: 'f003d65617f306ba4178d668084c20e5cdab772330e004f75c4c860304b6d056',
  subject: 'CN=Card Printer b',
  cert: `-----BEGIN CERTIFICATE-----
MIIBiTCCAS+gAwIBAgIUUH9/ADdTxH99h2KF0aWCYiF1JsAwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOQ2FyZCBQcmludGVyIGIwIBcNMjYxMTI0MjIwOTU4WhgPMjEy
NjEwMzEyMjA5NThaMBkxFzAVBgNVBAMMDkNhcmQgUHJpbnRlciBiMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEvIbZrlAFKseXANbEDqjWMo8aMW66aXSsQed9yEl2
z6/q74HmxzYaKQJV3hwh2aJu3z/8j7yb+O7GJXFnfiryuKNTMFEwHQYDVR0OBBYE
FIH/ZrRCidce/ZmlXcbznnaX/tabMB8GA1UdIwQYMBaAFIH/ZrRCidce/ZmlXcbz
nnaX/tabMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAOmzr6P5
qRhXTGsm8RAK7V/qVn0IL7qozI5g13oo8iQCAiB2g7XEWeS8kyXpQlvwOASJ4IhR
qprASH0H4mbBPo5J6w==
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgm7G2I3m15SGbhktJ
bSkA37w/nRIj1KTrC0mB6bA4iiihRANCAAS8htmuUAUqx5cA1sQOqNYyjxoxbrpp
dKxB533ISXbPr+rvgebHNhopAlXeHCHZom7fP/yPvJv47sYlcWd+KvK4
-----END PRIVATE KEY-----`,
};
