import { Injectable, UnauthorizedException, type CanActivate, type PipeTransform } from '@nestjs/common';

@Injectable()
export class ThrowingGuard implements CanActivate {
  canActivate(): boolean {
    throw new RangeError('thrown in a guard');
  }
}

@Injectable()
export class RejectingGuard implements CanActivate {
  canActivate(): Promise<boolean> {
    return Promise.reject(new UnauthorizedException('who are you?'));
  }
}

@Injectable()
export class ClosedGuard implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

@Injectable()
export class ThrowingPipe implements PipeTransform {
  transform(): never {
    throw new RangeError('thrown in a pipe');
  }
}
