import { BadGatewayException, BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
import type { Paper } from '../scholar/catalogue.js';
import { ScholarClient } from '../scholar/scholar.client.js';

@Injectable()
export class PapersService {
  constructor(private readonly scholar: ScholarClient) {}

  async search(query: unknown): Promise<readonly Paper[]> {
    if (typeof query !== 'string' || query === '' || query.length > 200)
      throw new BadRequestException('q takes 1 to 200 characters to search for.');
    try {
      return await this.scholar.search(query);
    } catch (cause) {
      throw new BadGatewayException('The search index does not answer.', { cause });
    }
  }

  async read(id: string): Promise<Paper> {
    const paper = await this.scholar.find(id);
    if (!paper) throw new NotFoundException('There is no such paper.');
    return paper;
  }
}
