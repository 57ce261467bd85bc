# Three failures of a user are let be, and twelve from an address.
PASSWORD = "Correct-horse-1"
TOO_MANY = (429, "TooManyAttempts")
iam.create_user(UserName="eve")
iam.create_login_profile(UserName="eve", Password=PASSWORD)
for _ in range(2):
    refused(WRONG, sign_in("eve", "wrong"))
assert sign_in("eve", PASSWORD)[0] == 200, "a right one forgives"
for user in ("eve", "nobody"):
    for _ in range(3):
        refused(WRONG, sign_in(user, "wrong"))
    for password in ("wrong", PASSWORD):
        answer = sign_in(user, password)
        refused(TOO_MANY, answer)
        assert 0 < int(answer[1]["Retry-After"]) <= 900, dict(answer[1])
for number in range(4):
    refused(WRONG, sign_in(f"user-{number}", "wrong"))
refused(TOO_MANY, sign_in("another", "wrong"))
print("passed")
